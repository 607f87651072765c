import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const GOOD_FFMPEG = `case "$*" in
  *-version*) echo "ffmpeg version 5.1.9"; echo "libavutil      57. 28.100 / 57. 28.100";;
  *-encoders*) echo " V....D libx264              H.264"; echo " A....D aac                  AAC";;
  *-filters*) echo " .. ass               V->V       Render"; echo " T.. ebur128           A->N       Loudness";;
esac`;

/** A machine of which everything is known: programs are small scripts, the folder goes when the test ends. */
export class FakeMachine implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'openfloor-setup-'));
  readonly bin = join(this.folder, 'bin');
  readonly ready = join(this.folder, 'ready');
  readonly log = join(this.folder, 'log');
  /** Whether set-up may ask for a password, and as whom it runs. */
  readonly machine = { env: { PATH: this.bin } as NodeJS.ProcessEnv, uid: 0 as number | undefined, terminal: false };

  constructor() {
    mkdirSync(this.bin);
    writeFileSync(this.log, '');
  }

  /** Adds a program; every call of it is logged with its arguments. */
  program(name: string, script: string): void {
    this.#write(join(this.bin, name), name, script);
  }

  encoder(script = GOOD_FFMPEG): void {
    this.program('ffmpeg', script);
    this.program('ffprobe', 'echo "ffprobe version 5.1.9"');
  }

  /** An apt-get that installs a good ffmpeg. */
  apt(): void {
    mkdirSync(this.ready);
    for (const name of ['ffmpeg', 'ffprobe']) this.#write(join(this.ready, name), name, GOOD_FFMPEG);
    this.program('sh', 'exec /bin/sh "$@"');
    this.program('apt-get', `case "$1" in install) /bin/cp ${this.ready}/* ${this.bin}/;; esac`);
  }

  #write(file: string, name: string, script: string): void {
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> "${this.log}"\n${script}\n`);
    chmodSync(file, 0o755);
  }

  calls(program: string): string[] {
    return readFileSync(this.log, 'utf8').split('\n').filter((line) => line.startsWith(`${program} `));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
