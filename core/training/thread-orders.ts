/** Words of control in shared memory: i32 each. */
export const controlWords = { command: 0, parked: 1, failed: 2 } as const;
/** `finish`: train no more, but do what is to be done at the end. */
export const commands = { run: 0, park: 1, stop: 2, finish: 3 } as const;

/** What a training thread is to do now; waits as long as it is to stand still. */
export function nextOrder(control: Int32Array): 'run' | 'finish' | 'stop' {
  for (;;) {
    const command = Atomics.load(control, controlWords.command);
    if (command === commands.run) return 'run';
    if (command === commands.finish) return 'finish';
    if (command === commands.stop) return 'stop';
    Atomics.add(control, controlWords.parked, 1);
    Atomics.wait(control, controlWords.command, commands.park);
    Atomics.sub(control, controlWords.parked, 1);
  }
}
