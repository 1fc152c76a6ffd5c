// Numbers as people read them, and as the song writes them: levels, pans, times, places. Pure.

/** `-7.5dB`, as the song writes a level. */
export function writtenDb(db: number): string {
  return `${shortest(db)}dB`;
}

/** `-7.5`, for a value field: always one decimal, a plus over unity. */
export function shownDb(db: number): string {
  if (!Number.isFinite(db)) return '-∞';
  const text = db.toFixed(1).replace('-', '−');
  return db > 0 ? `+${text}` : text === '−0.0' ? '0.0' : text;
}

/** `-7.5`, `-14`: a level where there is little room. */
export const shortDb = (db: number): string => shownDb(db).replace(/\.0$/, '');

/** `-7.5 dB`, for a screen reader. */
export function spokenDb(db: number): string {
  if (!Number.isFinite(db)) return 'silent';
  return `${db < 0 ? 'minus ' : ''}${shortest(Math.abs(db))} dB`;
}

/** What a person types for a level: `-7.5`, `−7,5 dB`, `+2`. Undefined where it is no number. */
export function readDb(text: string): number | undefined {
  const match = /^\s*([+\-−–]?)\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*(?:db)?\s*$/i.exec(text);
  if (!match) return undefined;
  const size = Number(match[2]!.replace(',', '.'));
  return match[1] && match[1] !== '+' ? -size : size;
}

/** `20% left`, `centre`, as the song writes a pan (-1 left .. 1 right). */
export function writtenPan(pan: number): string {
  const share = Math.round(pan * 100);
  if (share === 0) return 'centre';
  return `${Math.abs(share)}% ${share < 0 ? 'left' : 'right'}`;
}

/** What a person types for a pan: `20% left`, `20L`, `-20`, `35 R`, `centre`. Undefined where it is none. */
export function readPan(text: string): number | undefined {
  const said = text.trim().toLowerCase().replaceAll(/[−–]/g, '-');
  if (/^(c|centre|center|middle)$/.test(said)) return 0;
  const match = /^([+-]?)(\d+(?:[.,]\d+)?)\s*%?\s*(l|left|r|right)?$/.exec(said);
  // A sign and a side would say it twice, and perhaps against each other.
  if (!match || (match[1] && match[3])) return undefined;
  const share = Number(match[2]!.replace(',', '.')) / 100;
  return (match[1] === '-' || match[3]?.startsWith('l') ? -1 : 1) * Math.min(1, share);
}

/** `20L`, `C`, `35R`, as a mixer shows it. */
export function shownPan(pan: number): string {
  const share = Math.round(pan * 100);
  if (share === 0) return 'C';
  return `${Math.abs(share)}${share < 0 ? 'L' : 'R'}`;
}

/** `2:05` or `2:05.3`. */
export function shownTime(seconds: number, { tenths = false } = {}): string {
  const whole = Math.max(0, tenths ? Math.floor(seconds * 10) / 10 : Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = (whole - minutes * 60).toFixed(tenths ? 1 : 0);
  return `${minutes}:${rest.padStart(tenths ? 4 : 2, '0')}`;
}

/** `about 2 minutes left`, `12 seconds left`. */
export function timeLeft(seconds: number): string {
  if (seconds >= 90) return `about ${Math.round(seconds / 60)} minutes left`;
  const whole = Math.max(1, Math.ceil(seconds));
  return `${whole} second${whole === 1 ? '' : 's'} left`;
}

/** `2 problems`, `1 problem`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function shortest(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}
