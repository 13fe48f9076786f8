import { parentPort, workerData } from 'node:worker_threads';
import { drawShare, type DrawShare } from './draws.ts';

const share: DrawShare = workerData;
const drawn = drawShare(share, () => parentPort?.postMessage('draw', []));
parentPort?.postMessage(drawn, []);
