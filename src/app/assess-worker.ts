import { parentPort, workerData } from 'node:worker_threads';
import { drawTask, type DrawTask } from './assess.ts';

const task: DrawTask = workerData;
drawTask(task, (message) => parentPort?.postMessage(message, []));
