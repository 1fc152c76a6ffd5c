// What to say of a sign that stands where it means nothing.

export const notHere = (sign: string): string => {
  if (sign === ']' || sign === '>' || sign === '}' || sign === ')')
    return `There is nothing open for this ${sign} to close. Leave it out.`;
  if (meanings[sign]) return meanings[sign];
  if ('*/@(?'.includes(sign))
    return `There is no step before this ${sign}. Write it right behind a note, a chord, a hit or a group.`;
  return `"${sign}" has no meaning in a pattern. Leave it out.`;
};

const meanings: Readonly<Record<string, string>> = {
  ':': 'A : stands right behind a drum hit, with the number of its sample: bd:3.',
  '%': 'A % stands right behind { }, with the number of steps in a bar: {bd sd hh}%4.',
  '..': 'A range stands between two degrees or two notes: 0 .. 4 or c4 .. g4.',
};
