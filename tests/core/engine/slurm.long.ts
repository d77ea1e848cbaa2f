import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { missingPrograms, startCluster, type SmallCluster } from './small-cluster.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const missing = missingPrograms();
const notRun =
  missing.length === 0
    ? ''
    : ` – NOT RUN: without ${missing.join(', ')} (Debian: apt-get install slurmctld slurmd slurm-client munge)`;
if (notRun !== '') console.log(`The study on Slurm${notRun}`);

/** Where each task ran, and how it ended, as Slurm itself says. */
const endings = (log: string) => ({
  started: new Set(log.match(/Allocate JobId=\S+ NodeList=n[12]/gu)?.map((line) => line.split(' ')[1])).size,
  nodeFailures: log.match(/Killing JobId=.*on failed node/giu)?.length ?? 0,
});

it.skipIf(notRun !== '')(
  `a study on a cluster of two nodes, one of which is killed in the middle, is the study that is made here${notRun}`,
  async () => {
    const place = smallPlace();
    const engine = await smallProject(place);
    let cluster: SmallCluster | null = null;
    try {
      await engine.call('model.train', {
        name: 'm',
        settings: { dimensions: 50, epochs: 10, minCount: 2, window: 4 },
      });
      const runs = 25;
      const hashes = async () => {
        await engine.call('project.save', {});
        const db = new Database(place.project, { readonly: true });
        const rows = db.prepare('SELECT number, sha256 FROM study_runs ORDER BY number').raw().all();
        db.close();
        return rows;
      };
      const local = await engine.call('study.run', { runs });
      const here = await hashes();
      expect(here).toHaveLength(runs);
      await engine.call('study.remove', { kind: 'bootstrap' });

      const folder = join(place.folder, 'study');
      const planned = await engine.call('study.plan', { target: { path: folder }, runs });
      cluster = await startCluster();
      const firth = `${process.execPath} ${join(import.meta.dirname, '../../../core/cli/main.ts')}`;
      const env = { FIRTH: firth, FIRTH_DATA: join(place.folder, 'node') };
      const submit = (more: readonly string[]) =>
        cluster!.slurm('sbatch', [...more, 'study.sbatch'], { cwd: folder, env });
      const published = () => readdirSync(join(folder, 'runs')).filter((name) => name.endsWith('.run'));

      submit([]);
      // The next one that the second node begins, before it can have ended.
      const onSecond = () => cluster!.slurm('squeue', ['-h', '-t', 'R', '-w', 'n2', '-o', '%K']).trim();
      while (published().length < 6) await rest(50);
      const last = onSecond();
      while (['', last].includes(onSecond())) await rest(50);
      const before = published().length;
      cluster.killNode('n2');
      await cluster.emptied();
      const first = await engine.call('study.collect', { folder: { path: folder } });
      expect(first.missing.length).toBeGreaterThan(0);
      expect(first).toMatchObject({
        runs: runs - first.missing.length,
        damaged: [],
        foreign: [],
        failed: [],
      });

      await cluster.startNode('n2');
      submit([`--array=${first.array}`]);
      await cluster.emptied();
      const second = await engine.call('study.collect', { folder: { path: folder } });
      expect(second).toMatchObject({ runs, taken: first.missing.length, missing: [], array: null });
      expect(await hashes()).toEqual(here);
      console.log(
        JSON.stringify({
          array: planned.array,
          localSeconds: local.seconds,
          publishedAtTheKill: before,
          first,
          second,
          ...endings(cluster.log()),
        }),
      );
    } catch (thrown) {
      console.log(cluster?.log());
      throw thrown;
    } finally {
      await cluster?.stop();
      await engine.close();
      place.remove();
    }
  },
);
