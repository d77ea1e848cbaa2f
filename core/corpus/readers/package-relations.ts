import { parseMarkup } from './markup-parser.ts';
import type { ZipArchive } from './zip-archive.ts';

/** What one part of a package says of another one (ECMA-376, part 2, section 6.5). */
export interface Relation {
  readonly id: string;
  /** The last step of its type: `footnotes`. */
  readonly kind: string;
  /** Name within the archive. */
  readonly target: string;
}

/** @param part name within the archive; empty for the package itself. What lies outside of it is no part. */
export function relationsOf(zip: Pick<ZipArchive, 'text'>, part: string): readonly Relation[] {
  const folder = part.replace(/[^/]*$/, '');
  const found: Relation[] = [];
  const source = zip.text(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (source === undefined) return found;
  parseMarkup(
    source,
    {
      onopentag(name, { Id: id, Type: type = '', Target: target, TargetMode: mode }) {
        if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External')
          return;
        found.push({ id, kind: type.replace(/^.*\//, ''), target: partAt(folder, target) });
      },
    },
    { xml: true },
  );
  return found;
}

/** @returns a name within the archive: `OEBPS/` and `../a%20b.xhtml#x` → `a b.xhtml`; `/word/a.xml` from its root */
export function partAt(folder: string, address: string): string {
  const plain = safelyDecoded(address.replace(/#.*$/, ''));
  const steps: string[] = [];
  for (const step of `${plain.startsWith('/') ? '' : folder}${plain}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

function safelyDecoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
