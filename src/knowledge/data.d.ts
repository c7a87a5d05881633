/** The text of a data file, put into the bundle by the `knowledge` plugin of scripts/loader.mjs. */
declare module 'knowledge:*' {
  const text: string;
  export default text;
}
