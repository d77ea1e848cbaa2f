import type { TokenAttribute } from '../contract/query.ts';
import { AppError } from '../contract/errors.ts';
import {
  listLayers,
  readLayerColumn,
  readLayerIds,
  readLayerValues,
  type StoredLayer,
} from '../project/layers.ts';
import { readRegions } from '../project/regions.ts';
import type { Attribute } from '../query/token-classes.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { lastCut } from './cutting.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import { writtenFormsOf } from './written-forms.ts';

/** The name by which a query asks for a layer: that of the layer, or of the regions and their attribute, as in `turn_speaker`. */
const nameOf = ({ region, name }: StoredLayer) => (region === '' ? name : `${region}_${name}`);

const own = ['word', 'form'];

interface KnownLayers {
  readonly byName: ReadonlyMap<string, StoredLayer>;
}

const knownLayers = kept<KnownLayers>();

/** Layers by the names that queries give them; of two of one name the one that came first. */
const layersOf = (opened: Opened): KnownLayers['byName'] =>
  opened.remember(knownLayers, 'all', () => {
    const byName = new Map<string, StoredLayer>();
    for (const layer of listLayers(opened.project.db)) {
      const name = nameOf(layer);
      if (!own.includes(name) && !byName.has(name)) byName.set(name, layer);
    }
    return { byName };
  }).byName;

/** A layer by its name, or else the first of a kind by the name of that: `pos` is `upos` where the texts call it so. */
const layerNamed = (opened: Opened, name: string): StoredLayer | undefined =>
  layersOf(opened).get(name) ??
  layersOf(opened)
    .values()
    .find(({ kind, region }) => kind === name && region === '');

/** What kind a layer is, by the name that a query may give it: `pos` is `upos` where the texts call it so. */
export const namedAttribute = (opened: Opened, name: string): TokenAttribute | undefined => {
  const layer = layerNamed(opened, name);
  return attributesOf(opened).find((one) => one.name === (layer === undefined ? name : nameOf(layer)));
};

/** Where words are counted by their stems, a query may ask for `stem` as well as for `form`. */
const isStem = (opened: Opened, name: string): boolean =>
  name === 'stem' && !layersOf(opened).has(name) && lastCut(opened.project.db).tokens.wordForm === 'stem';

/** Everything that a condition of a query can ask of a token. */
export function attributesOf(opened: Opened): readonly TokenAttribute[] {
  const { forms } = typesOf(opened);
  return [
    { name: 'word', kind: 'word', region: '', values: writtenFormsOf(opened).values.length },
    { name: 'form', kind: 'form', region: '', values: forms.length },
    ...(isStem(opened, 'stem')
      ? [{ name: 'stem', kind: 'stem', region: '', values: forms.length } as const]
      : []),
    ...[...layersOf(opened)].map(([name, { kind, region, values }]) => ({ name, kind, region, values })),
  ];
}

const layerAttributes = kept<Attribute>({ most: 6 });

/**
 * What stands in one place of every token: `word` as it is written, `form` as it is counted, or a layer. A token without a value has the
 * empty one, which is number 0.
 * @param at where a query names it
 * @throws AppError E_QUERY_INVALID { offset, expected, found } with the names that there are
 */
export function attributeOf(opened: Opened, name: string, at: number): Attribute {
  if (name === 'word') return writtenFormsOf(opened);
  if (name === 'form' || isStem(opened, name))
    return { ids: corpusTokensOf(opened).ids, values: typesOf(opened).forms };
  const layer = layerNamed(opened, name);
  if (layer === undefined)
    throw new AppError('E_QUERY_INVALID', {
      offset: at,
      expected: [...own, ...layersOf(opened).keys()],
      found: name,
    });
  return opened.remember(layerAttributes, layer.id, () =>
    layer.region === '' ? layerOfTokens(opened, layer) : attributeOfRegions(opened, layer),
  );
}

/** The same for what is no query. @param field of the request that names it @throws AppError E_REQUEST_INVALID */
export function attributeMeant(opened: Opened, name: string, field: string): Attribute {
  if (own.includes(name) || isStem(opened, name) || layerNamed(opened, name) !== undefined)
    return attributeOf(opened, name, 0);
  const there = [...own, ...layersOf(opened).keys()].join(', ');
  throw new AppError('E_REQUEST_INVALID', { field, reason: `there is no layer ${name} (${there})` });
}

function layerOfTokens(opened: Opened, { id }: StoredLayer): Attribute {
  const { db } = opened.project;
  const { documents, starts, tokens } = corpusTokensOf(opened);
  const { values } = readLayerValues(db, id);
  const ids = new Uint32Array(tokens);
  const placeOf = new Map(documents.map((document, text) => [document, text]));
  for (const { document, first, ids: some } of readLayerIds(db, id)) {
    const text = placeOf.get(document);
    if (text === undefined) continue;
    const [from, end] = [starts[text]! + first, starts[text + 1]!];
    // Nothing in a project is trusted: no stretch goes beyond its text, and no number beyond the values.
    for (let at = 0; at < some.length && from + at < end; at++)
      if (some[at]! < values.length) ids[from + at] = some[at]!;
  }
  return { ids, values };
}

/** Every token has what is said of the innermost region around it. */
function attributeOfRegions(opened: Opened, { id, region }: StoredLayer): Attribute {
  const { db } = opened.project;
  const { documents, starts, tokens } = corpusTokensOf(opened);
  const { values } = readLayerValues(db, id);
  const ids = new Uint32Array(tokens);
  const placeOf = new Map(documents.map((document, text) => [document, text]));
  for (const { document, tokens: spans } of readRegions(db, region)) {
    const text = placeOf.get(document);
    const column = text === undefined ? null : readLayerColumn(db, id, document);
    if (text === undefined || column === null) continue;
    const from = starts[text]!;
    // By start, the longer first: what lies within another comes after it.
    for (let at = 0; at < spans.starts.length; at++) {
      const first = from + spans.starts[at]!;
      const value = column[at] ?? 0;
      ids.fill(value < values.length ? value : 0, first, first + spans.lengths[at]!);
    }
  }
  return { ids, values };
}
