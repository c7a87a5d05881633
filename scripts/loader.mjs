/** How data files get into a bundle: as text, parsed at the first lookup, so that loading the bundle costs nothing. */
export const textLoader = { loader: { '.tsv': 'text', '.csv': 'text' } };
