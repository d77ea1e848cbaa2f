import { createHash } from 'node:crypto';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { layOut } from '../../../core/map/lay-out.ts';
import type { MapMethod } from '../../../core/contract/map.ts';
import { clusters } from './clusters.ts';
import { ended } from './ended.ts';

// Prints the hash of a map, as a process of its own makes it.
const method = process.argv[2] as MapMethod;
const { values, dimensions } = clusters(200);
const module = kernelModule(commandLineEnvironment(), 'map', 'strict');
const { coordinates } = ended(layOut(module, { method, values, dimensions, seed: 7 }));
process.stdout.write(createHash('sha256').update(new Uint8Array(coordinates.buffer)).digest('hex'));
