import '../../renderer/styles/tokens.css';
import '../../renderer/styles/base.css';
import { mount } from 'svelte';
import AppWindow from '../../renderer/App.svelte';
import { App } from '../../renderer/state/app.svelte.ts';
import { pageNames } from '../../renderer/pages/names.ts';
import type { Answers } from './sample-answers.ts';
import { sampleClient } from './sample-client.ts';
import { inScript, scripts } from './sample-script.ts';
import { emptyInfo } from './sample-project.ts';
import { mapOf } from './sample-map.ts';
import { beforeSequences } from './sample-sequence.ts';

// preview.html?page=words&language=zh&theme=dark&open=no&script=arabic
const asked = new URLSearchParams(location.search);
const themes = ['system', 'light', 'dark'] as const;
const settings = {
  theme: themes.find((theme) => theme === asked.get('theme')) ?? 'light',
  language: asked.get('language') === 'zh' ? 'zh' : 'en',
} as const;
const others: Readonly<Record<string, Answers>> = {
  small: beforeSequences,
  empty: { 'project.open': () => emptyInfo, 'project.info': () => emptyInfo },
};
/** A map of so many points, whatever is asked for. */
const points = Number(asked.get('points') ?? 0);
const client = sampleClient(settings, {
  ...others[asked.get('project') ?? ''],
  ...(points > 0 ? { 'map.words': () => mapOf(points) } : {}),
});
const wanted = scripts.find((one) => one === asked.get('script'));
const script = wanted === undefined ? null : inScript(wanted);
/** A method whose answers come late, but for the first. */
const slow = asked.get('slow');
let slowAsked = 0;
const call: typeof client.call = async (method, params, options) => {
  if (method === slow && slowAsked++ > 0) await new Promise((done) => setTimeout(done, 700));
  if (script === null) return client.call(method, params, options);
  const answer = await client.call(method, script.asked(params) as typeof params, options);
  return script.answered(answer) as typeof answer;
};
const app = new App({ ...client, call }, settings);
const target = document.getElementById('app');
if (target === null) throw new Error('preview.html has no #app');
if (asked.get('open') !== 'no') {
  await app.project.open('sample');
  const pinned = 'king queen man woman prince princess river sea land citizens government'.split(' ');
  app.pins.add(...pinned.map((one) => script?.word(one) ?? one));
}
mount(AppWindow, { target, props: { app } });
app.go.go(pageNames.find((page) => page === asked.get('page')) ?? 'home');
if (asked.get('recover') === 'yes') void app.offerRecovery();
const named = asked.get('word');
const word = named === null ? null : (script?.word(named) ?? named);
if (word !== null && asked.get('page') === 'lines') app.go.showLines(word);
if (word !== null && asked.get('page') === 'words') app.go.showWord(word);
if (word !== null && asked.get('page') === 'explore') app.go.showNeighbours(word);
