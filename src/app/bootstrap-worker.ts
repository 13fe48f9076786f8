import { parentPort, workerData } from 'node:worker_threads';
import { refitShare, type RefitTask } from './bootstrap-threads.ts';

const task: RefitTask = workerData;
parentPort?.postMessage(refitShare(task), []);
