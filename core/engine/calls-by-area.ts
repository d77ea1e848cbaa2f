import type { Method } from '../contract/contract.ts';
import type { Handlers } from './handlers.ts';

/** Where the handlers of an area are. A command needs one or two of them, and does not wait for the others to be loaded. */
const areas = {
  project: async () => (await import('./project-calls.ts')).projectCalls,
  job: async () => (await import('./job-calls.ts')).jobCalls,
  corpus: async () => (await import('./corpus-calls.ts')).corpusCalls,
  word: async () => (await import('./word-calls.ts')).wordCalls,
  lines: async () => (await import('./lines-calls.ts')).linesCalls,
  query: async () => (await import('./query-calls.ts')).queryCalls,
  savedQueries: async () => (await import('./note-calls.ts')).savedQueryCalls,
  notes: async () => (await import('./note-calls.ts')).noteCalls,
  lists: async () => (await import('./list-calls.ts')).listCalls,
  model: async () => (await import('./model-calls.ts')).modelCalls,
  learning: async () => (await import('./learning-calls.ts')).learningCalls,
  search: async () => (await import('./search-calls.ts')).searchCalls,
  contrast: async () => (await import('./contrast-calls.ts')).contrastCalls,
  map: async () => (await import('./map-calls.ts')).mapCalls,
  change: async () => (await import('./change-calls.ts')).changeCalls,
  study: async () => (await import('./study-calls.ts')).studyCalls,
  evaluate: async () => (await import('./evaluate-calls.ts')).evaluateCalls,
  sequence: async () => (await import('./sequence-calls.ts')).sequenceCalls,
  exchange: async () => (await import('./exchange-calls.ts')).exchangeCalls,
} satisfies { readonly [A in Area]: () => Promise<Handlers<A>> };

type Area = Method extends `${infer A}.${string}` ? A : never;

const areaOf = (method: Method): Area => method.slice(0, method.indexOf('.')) as Area;

const loaded = new Map<Area, Partial<Handlers>>();
let loading: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The handler of a call, where it is there. Calls begin in the order in which they were asked: behind one that waits, all wait. */
export function handlerOf<M extends Method>(method: M): Handlers[M] | null {
  return waiting > 0 ? null : ((loaded.get(areaOf(method)) as Handlers | undefined)?.[method] ?? null);
}

/** The same where it has to be loaded. */
export function loadHandler<M extends Method>(method: M): Promise<Handlers[M]> {
  waiting += 1;
  const handler = loading.then(async () => {
    try {
      return (await load(areaOf(method)))[method] as Handlers[M];
    } finally {
      waiting -= 1;
    }
  });
  loading = handler.catch(() => undefined);
  return handler;
}

/** For a thread that answers as long as it lives: nobody is to wait later. */
export const loadAllHandlers = (): Promise<unknown> =>
  Promise.all((Object.keys(areas) as Area[]).map((area) => load(area)));

async function load(area: Area): Promise<Partial<Handlers>> {
  const there = loaded.get(area);
  if (there !== undefined) return there;
  const handlers: Partial<Handlers> = await areas[area]();
  loaded.set(area, handlers);
  return handlers;
}
