// Says what a long step does and how long it has taken: one changing line on a terminal, a line now and then in a log. It goes to
// the error output, so that what a command prints as its result can be kept in a file.

const everyMs = process.stderr.isTTY ? 1_000 : 20_000;

/** @param {number} start from `performance.now()` @returns {string} such as `0.4 s` or `2 min 5 s` */
export const elapsed = (start) => duration(performance.now() - start);

/** @param {number} ms @returns {string} such as `0.4 s` or `2 min 5 s` */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** The progress of one step. */
export class Progress {
  #title;
  #start = performance.now();
  #last = '';
  #timer;

  /** @param {string} title @param {string} [usually] how long it usually takes */
  constructor(title, usually) {
    this.#title = title;
    this.#write(`· ${title}${usually ? ` (usually ${usually})` : ''} …`, !process.stderr.isTTY);
    this.#timer = setInterval(() => this.#tick(), everyMs);
  }

  /** @param {string} text what the program printed last */
  latest(text) {
    const line = text
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1)
      ?.trim();
    if (line) this.#last = line;
  }

  /** @param {boolean} well whether it went well @param {string} [otherwise] what happens instead */
  end(well, otherwise) {
    clearInterval(this.#timer);
    const note = otherwise ? `; ${otherwise}` : '';
    this.#write(`${well ? '✓' : '✗'} ${this.#title}: ${elapsed(this.#start)}${note}`, true);
  }

  #tick() {
    const line = `· ${this.#title}: ${elapsed(this.#start)}${this.#last ? ` (${this.#last})` : ''}`;
    this.#write(process.stderr.isTTY ? line.slice(0, process.stderr.columns - 1) : line, !process.stderr.isTTY);
  }

  /** @param {string} line @param {boolean} final whether the next line goes below it */
  #write(line, final) {
    process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}${line}${final ? '\n' : ''}`);
  }
}
