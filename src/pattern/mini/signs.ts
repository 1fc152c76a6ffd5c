// Signs that mean something in Tidal and nothing here yet, and what to write instead.

export const notYet: Readonly<Record<string, string>> = {
  '?': 'Chance (?) is not there yet: leave it out, and the step always plays.',
  ':': 'Sample numbers (:) are not there yet: write the drum hit alone.',
  '.': 'Feet (.) are not there yet: group the steps with [ ] instead.',
  '..': 'Ranges (..) are not there yet: write out the notes.',
  '%': 'Polymeter (%) is not there yet: stack parts of different length with a comma at the top level.',
  '{': 'Polymeter ({ }) is not there yet: it is read as [ ].',
};

export const notHere = (sign: string): string => {
  if (sign === ']' || sign === '>' || sign === '}' || sign === ')')
    return `There is nothing open for this ${sign} to close. Leave it out.`;
  if ('*/@('.includes(sign))
    return `There is no step before this ${sign}. Write it right behind a note, a chord, a hit or a group.`;
  return `"${sign}" has no meaning in a pattern. Leave it out.`;
};
