import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

/** A cluster of two nodes on this computer, by Slurm itself. */
export interface SmallCluster {
  readonly folder: string;
  /** Runs a command of Slurm. @returns what it says */
  slurm(
    command: string,
    args: readonly string[],
    options?: { readonly cwd?: string; readonly env?: object },
  ): string;
  /** Ends everything that runs on a node at once, as when its power fails. */
  killNode(node: string): void;
  startNode(node: string): Promise<void>;
  /** Until no job is left. */
  emptied(): Promise<void>;
  log(): string;
  stop(): Promise<void>;
}

export const nodes = ['n1', 'n2'] as const;

const programs = ['munged', 'slurmctld', 'slurmd', 'sbatch'] as const;

/** What is missing for a cluster on this computer; empty where nothing is. */
export const missingPrograms = (): readonly string[] => [
  ...programs.filter((name) => spawnSync(name, ['-V'], { env: withSbin() }).error !== undefined),
  ...(process.getuid?.() === 0 ? [] : ['the rights of root']),
];

const withSbin = () => ({ ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` });

/** `slurmctld`, two `slurmd -N` and `munged`, in a folder and on ports of their own. */
export async function startCluster(): Promise<SmallCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'firth-slurm-'));
  chmodSync(folder, 0o755);
  const at = (name: string) => join(folder, name);
  for (const name of ['state', 'munge', ...nodes]) mkdirSync(at(name), { mode: 0o755 });
  writeFileSync(at('munge/key'), randomBytes(1024), { mode: 0o600 });
  // Neighbours of each other, and of no service that is known: nothing here asks the system for a free one.
  const port = 30_000 + (process.pid % 10_000) * 3;
  writeFileSync(
    at('slurm.conf'),
    [
      'ClusterName=firth',
      `SlurmctldHost=${hostname()}(127.0.0.1)`,
      `SlurmctldPort=${port}`,
      'SlurmUser=root',
      'SlurmdUser=root',
      'AuthType=auth/munge',
      `AuthInfo=socket=${at('munge/socket')}`,
      'CredType=cred/munge',
      'ProctrackType=proctrack/linuxproc',
      'TaskPlugin=task/none',
      'MpiDefault=none',
      'JobRequeue=0',
      'ReturnToService=2',
      'SlurmdTimeout=10',
      'SelectType=select/cons_tres',
      'SelectTypeParameters=CR_Core',
      `StateSaveLocation=${at('state')}`,
      `SlurmdSpoolDir=${at('%n')}`,
      `SlurmctldPidFile=${at('slurmctld.pid')}`,
      `SlurmdPidFile=${at('%n.pid')}`,
      `SlurmctldLogFile=${at('slurmctld.log')}`,
      `SlurmdLogFile=${at('%n.log')}`,
      ...nodes.map(
        (node, index) =>
          `NodeName=${node} NodeHostname=${hostname()} NodeAddr=127.0.0.1 Port=${port + index + 1} CPUs=1 RealMemory=2000`,
      ),
      `PartitionName=main Nodes=${nodes.join(',')} Default=YES MaxTime=INFINITE State=UP`,
      '',
    ].join('\n'),
  );
  const env = { ...withSbin(), SLURM_CONF: at('slurm.conf') };
  const daemons = new Map<string, ChildProcess>();
  const start = (name: string, program: string, args: readonly string[]) => {
    const out = openSync(at(`${name}.out`), 'a');
    daemons.set(name, spawn(program, args, { env, stdio: ['ignore', out, out] }));
  };
  const slurm: SmallCluster['slurm'] = (command, args, options = {}) => {
    const ran = spawnSync(command, args, { encoding: 'utf8', ...options, env: { ...env, ...options.env } });
    if (ran.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${ran.stderr}`);
    return ran.stdout;
  };
  const until = async (what: string, isSo: () => boolean) => {
    // Patience, no measure of anything: a machine may be busy.
    for (let tried = 0; tried < 3000; tried += 1) {
      if (isSo()) return;
      await rest(200);
    }
    throw new Error(`${what} did not happen\n${log()}`);
  };
  const log = () =>
    readdirSync(folder)
      .filter((name) => /\.(?:log|out)$/u.test(name))
      .map((name) => `== ${name}\n${readFileSync(at(name), 'utf8')}`)
      .join('\n');
  const stateOf = (node: string) => slurm('sinfo', ['-h', '-n', node, '-o', '%T']).trim();
  const startNode = async (node: string) => {
    start(node, 'slurmd', ['-D', '-N', node]);
    await until(`${node} up`, () => /^(?:idle|allocated|mixed)$/u.test(stateOf(node)));
  };

  start('munged', 'munged', [
    '--foreground',
    '--force',
    `--key-file=${at('munge/key')}`,
    `--socket=${at('munge/socket')}`,
    `--pid-file=${at('munge/pid')}`,
    `--log-file=${at('munge/log')}`,
    `--seed-file=${at('munge/seed')}`,
  ]);
  await until('munged up', () => readdirSync(at('munge')).includes('socket'));
  start('slurmctld', 'slurmctld', ['-D']);
  await until('slurmctld up', () => spawnSync('scontrol', ['ping'], { env }).status === 0);
  for (const node of nodes) await startNode(node);

  return {
    folder,
    slurm,
    startNode,
    killNode(node) {
      for (const pid of [daemons.get(node)!.pid!, ...processesOf(at('slurm.conf'), node)]) kill(pid);
    },
    emptied: () => until('all jobs done', () => slurm('squeue', ['-h']).trim() === ''),
    log,
    async stop() {
      for (const node of nodes) for (const pid of processesOf(at('slurm.conf'), node)) kill(pid);
      const ended = [...daemons.values()].map(
        (one) =>
          new Promise((resolve) => {
            if (one.exitCode !== null || one.signalCode !== null) resolve(null);
            else one.once('exit', resolve);
          }),
      );
      for (const one of daemons.values()) one.kill('SIGKILL');
      await Promise.all(ended);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** What runs on a node of this cluster: the tasks, and above each the keeper that the node gave it. */
function processesOf(configuration: string, node: string): readonly number[] {
  const facts = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const environment = readFileSync(join('/proc', name, 'environ'), 'utf8').split('\0');
        const parent = Number(
          /^\d+ \(.*\) \S (\d+)/su.exec(readFileSync(join('/proc', name, 'stat'), 'utf8'))![1],
        );
        const command = readFileSync(join('/proc', name, 'comm'), 'utf8').trim();
        return [{ pid: Number(name), environment, parent, command }];
      } catch {
        return [];
      }
    });
  const tasks = facts.filter(
    ({ environment }) =>
      environment.includes(`SLURM_CONF=${configuration}`) && environment.includes(`SLURMD_NODENAME=${node}`),
  );
  const parents = new Set(tasks.map(({ parent }) => parent));
  const keepers = facts.filter(({ pid, command }) => parents.has(pid) && command.startsWith('slurmstepd'));
  return [...keepers, ...tasks].map(({ pid }) => pid);
}
