import { copyFileSync, mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { answered, changes, projectWithAll, questionsOf } from './asked-of-all.ts';
import { smuggledValues, told } from './hostile-values.ts';
import { smuggleValue, type Smuggled } from './smuggled-value.ts';
import { smallPlace } from './small-engine.ts';

// Arguments: each so-manieth value is asked, beginning with which.
const [step, first] = process.argv.slice(2).map(Number) as [number, number];
const say = (told: Readonly<Record<string, unknown>>) => writeSync(1, `${JSON.stringify(told)}\n`);

const place = smallPlace();
process.on('exit', () => place.remove());
await projectWithAll(place);
const out = join(place.folder, 'out');
mkdirSync(out);
const questions = questionsOf(out);
const path = join(place.folder, 'hostile.firth');
/** Of CPU: ten times what all questions take. */
const mostSeconds = 5;

const methods = [...questions, ...changes].map(([method]) => method);
const noNumber = '"no number: ';
/** What a training measured may be no number: it then diverged. */
const measured = new Set(['history', 'health']);
const refusals = new Set(['E_UNSAFE', 'E_DAMAGED']);

/** What each question was answered, in order; and then each change. */
async function ask(file: string, changing: boolean): Promise<readonly string[] | string> {
  const engine = place.engine();
  try {
    await engine.call('project.open', { file: { path: file }, readOnly: !changing });
  } catch (thrown) {
    return (thrown as { code?: string }).code ?? String(thrown);
  }
  const answers: string[] = [];
  for (const question of questions) answers.push(await answered(engine, question));
  if (changing) for (const change of changes) answers.push(await answered(engine, change));
  await engine.call('project.close', { save: false });
  return answers;
}

copyFileSync(place.project, path);
const reading = await ask(path, false);
const changing = await ask(path, true);
if (typeof reading === 'string' || typeof changing === 'string') throw new Error('the project does not open');
const unanswered = changing.flatMap((answer, at) =>
  answer.startsWith('E_') ? [`${methods[at]}: ${answer}`] : [],
);
say({ unanswered });

function faultsOf(
  answers: readonly string[],
  before: readonly string[],
  { table, column }: Smuggled,
): readonly string[] {
  const isTold = told[table]?.includes(column) === true;
  return answers.flatMap((answer, at) => {
    const method = methods[at]!;
    const known = before[at]!;
    if (answer.startsWith('E_INTERNAL')) return [`${method}: ${answer}`];
    if (answer.includes(noNumber) && !known.includes(noNumber) && !measured.has(column))
      return [`${method}: ${/.{60}"no number: .{60}/u.exec(answer)?.[0] ?? noNumber}`];
    const isSame = answer === known || answer.startsWith('E_') || method === 'project.digest';
    return isTold && !isSame && at < questions.length ? [`${method}: is ${difference(answer, known)}`] : [];
  });
}

function difference(answer: string, known: string): string {
  let at = 0;
  while (answer[at] === known[at]) at++;
  const part = (text: string) => text.slice(Math.max(0, at - 40), at + 40);
  return `${part(answer)} for ${part(known)}`;
}

const all = smuggledValues(place.project);
for (let number = first; number < all.length; number += step) {
  const smuggled = all[number]!;
  copyFileSync(place.project, path);
  say({ begun: smuggled });
  if (!smuggleValue(path, smuggled)) continue;
  const started = process.cpuUsage();
  const isChanging = number % 2 === 0;
  const answers = await ask(path, isChanging);
  const { user, system } = process.cpuUsage(started);
  const isRefused = typeof answers === 'string';
  const faults = isRefused
    ? refusals.has(answers)
      ? []
      : [`opening: ${answers}`]
    : faultsOf(answers, isChanging ? changing : reading, smuggled);
  const seconds = (user + system) / 1e6;
  say({
    asked: isRefused ? 'refused' : 'answered',
    faults: seconds > mostSeconds ? [...faults, `${seconds} s`] : faults,
  });
}
