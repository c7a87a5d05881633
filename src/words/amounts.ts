import * as vscode from 'vscode';

const MB = 1024 * 1024;

/** A number as the user writes it. */
export function numberOf(value: number): string {
  return new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 }).format(value);
}

/** A number of bytes. */
export function bytesOf(bytes: number): string {
  return bytes < MB ? `${numberOf(bytes / 1024)} kB` : `${numberOf(bytes / MB)} MB`;
}

/** A share from 0 to 1. */
export function percentOf(share: number): string {
  return new Intl.NumberFormat(vscode.env.language, { style: 'percent' }).format(share);
}
