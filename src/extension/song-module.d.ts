// Songs are bundled as their text.
declare module '*.song' {
  const text: string;
  export default text;
}
