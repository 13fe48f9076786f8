/** Work that was not done: too much waits before it, it took too long, or who asked went away. */
export class NotDone extends Error {
  readonly why: 'busy' | 'slow' | 'gone';

  constructor(why: 'busy' | 'slow' | 'gone') {
    super(why);
    this.name = 'NotDone';
    this.why = why;
  }
}
