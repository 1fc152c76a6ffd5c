// What the parts of the arrangement are to a screen reader: rows and cells of a grid, by number from 0, many
// of which are not in the page. Row 0 holds the sections, column 0 the tracks.

export const gridRow = (row: number) => ({ role: 'row' as const, 'aria-rowindex': row + 1 });

export const gridCell = (role: 'columnheader' | 'rowheader' | 'gridcell', row: number, column: number) => ({
  role,
  id: cellId(row, column),
  'aria-colindex': column + 1,
});

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;
