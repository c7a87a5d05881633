import zopfli from '@gfx/zopfli';
import { Zip, ZipPassThrough, unzipSync } from 'fflate';

/** The date of every file in the archive: the same sources make the same bytes. */
const DATE = '2026-01-01T00:00:00';

/** The files of a ZIP archive: name and content. */
export function unzip(archive) {
  const files = Object.entries(unzipSync(archive));
  return new Map(files.map(([name, content]) => [name, Buffer.from(content)]));
}

/** Packs files, by name, as small as DEFLATE gets: 6 % smaller than zlib's best, in two hundred times its time. */
export async function zipSmall(files) {
  const packed = await Promise.all(
    [...files].map(async ([name, content]) => [name, content, await zopfli.deflateAsync(content, {})]),
  );
  const parts = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, content, deflated] of packed) {
    const file = new Deflated(name, deflated);
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

/** A file whose content is there in both forms: the plain one gives its size and its checksum. */
class Deflated extends ZipPassThrough {
  compression = 8;
  mtime = DATE;
  #deflated;

  constructor(name, deflated) {
    super(name);
    this.#deflated = deflated;
  }

  process(_content, final) {
    this.ondata(null, this.#deflated, final);
  }
}
