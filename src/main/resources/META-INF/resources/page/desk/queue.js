// One thing after the other: what is done to the desk waits for what was asked for before it.

export class Queue {
  constructor() {
    /** @type {Promise<unknown>} */
    this.last = Promise.resolve();
    this.waiting = 0;
  }

  /**
   * Does work once all that was asked for before is done, however that ended.
   * @template T
   * @param {() => T | Promise<T>} work must not wait for other work of the queue
   * @returns {Promise<T>}
   */
  run(work) {
    this.waiting++;
    const mine = this.last.then(work).finally(() => {
      this.waiting--;
    });
    this.last = mine.catch(() => {});
    return mine;
  }
}
