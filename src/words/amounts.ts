const MB = 1024 * 1024;

/** A number as readers of a language (BCP 47) write it. */
export function numberIn(language: string, value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** A number of bytes. */
export function bytesIn(language: string, bytes: number): string {
  return bytes < MB ? `${numberIn(language, bytes / 1024)} kB` : `${numberIn(language, bytes / MB)} MB`;
}

/** A share from 0 to 1. */
export function percentIn(language: string, share: number): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}
