import { type KINDS } from './kinds';

/** The colours of the theme. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly bar: string;
  readonly failed: string;
  readonly selection: string;
  readonly kinds: Readonly<Record<(typeof KINDS)[number], string>>;
}

/** For a picture on white paper, and where a theme says nothing. */
export const LIGHT: Palette = {
  background: '#ffffff',
  foreground: '#1f2328',
  muted: '#59636e',
  grid: '#d0d7de',
  bar: '#1a85ff',
  failed: '#e51400',
  selection: '#1a85ff',
  kinds: { read: '#1a85ff', write: '#388a34', delete: '#e51400', logon: '#652d90', order: '#bf8803', platform: '#6e7781' },
};

const COLOUR = /^(?:#[0-9a-f]{3,8}|(?:rgb|rgba|hsl|hsla|color|oklab|oklch)\([\w\s.,%/+-]*\))$/i;

/** A colour that was given from outside, if it is one: it stands in an attribute. */
export function colourOr(given: unknown, other: string): string {
  return typeof given === 'string' && given.length < 64 && COLOUR.test(given.trim()) ? given.trim() : other;
}

/** A palette from outside; colours that are none are those of paper. */
export function paletteOf(given: unknown): Palette {
  const one = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
  const kinds = (typeof one['kinds'] === 'object' && one['kinds'] !== null ? one['kinds'] : {}) as Readonly<
    Record<string, unknown>
  >;
  const of = (name: Exclude<keyof Palette, 'kinds'>): string => colourOr(one[name], LIGHT[name]);
  const kind = (name: keyof Palette['kinds']): string => colourOr(kinds[name], LIGHT.kinds[name]);
  return {
    background: of('background'),
    foreground: of('foreground'),
    muted: of('muted'),
    grid: of('grid'),
    bar: of('bar'),
    failed: of('failed'),
    selection: of('selection'),
    kinds: coloursOfKinds(kind),
  };
}

/** One colour for each kind of event. */
export function coloursOfKinds(of: (kind: keyof Palette['kinds']) => string): Palette['kinds'] {
  return {
    read: of('read'),
    write: of('write'),
    delete: of('delete'),
    logon: of('logon'),
    order: of('order'),
    platform: of('platform'),
  };
}
