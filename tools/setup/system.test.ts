import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { FakeMachine, GOOD_FFMPEG } from './fake-machine.test-support.ts';
import { SetupFailure } from './say.mjs';
import { ensureSystem, findFonts, instruction } from './system.mjs';

// The lines for the person at the terminal are not part of what is tested.
vi.spyOn(process.stderr, 'write').mockReturnValue(true);

const ensure = async (fake: FakeMachine, tests = false) => ensureSystem(fake.folder, { tests }, fake.machine);

describe('set-up of system packages', () => {
  it('asks nothing of a machine that has all, and starts no program the second time', async () => {
    using fake = new FakeMachine();
    fake.encoder();
    await ensure(fake);
    const started = fake.calls('ffmpeg').length;
    expect(started).toBeGreaterThan(0);
    await ensure(fake);
    expect(fake.calls('ffmpeg')).toHaveLength(started);
  });

  it('looks again when ffmpeg was replaced', async () => {
    using fake = new FakeMachine();
    fake.encoder();
    await ensure(fake);
    fake.encoder(GOOD_FFMPEG.replace('libx264', 'libopenh264'));
    await expect(ensure(fake)).rejects.toThrow(/built without libx264/);
  });

  it('installs ffmpeg as root', async () => {
    using fake = new FakeMachine();
    fake.apt();
    await ensure(fake);
    expect(fake.calls('apt-get').at(-1)).toMatch(/^apt-get install -y .* ffmpeg/);
    expect(existsSync(join(fake.bin, 'ffprobe'))).toBe(true);
  });

  it('says what to type when it may not become root', async () => {
    using fake = new FakeMachine();
    fake.apt();
    fake.machine.uid = 1000;
    await expect(ensure(fake)).rejects.toThrow(/ffmpeg[^]*sudo apt-get update && sudo apt-get install -y ffmpeg/);
    expect(fake.calls('apt-get')).toEqual([]);
  });

  it('does not wait for a password where nobody can type one', async () => {
    using fake = new FakeMachine();
    fake.apt();
    fake.program('sudo', 'exit 1');
    fake.machine.uid = 1000;
    await expect(ensure(fake)).rejects.toThrow(SetupFailure);
    expect(fake.calls('sudo')).toEqual(['sudo -n true']);
  });

  it('goes through sudo where it needs no password', async () => {
    using fake = new FakeMachine();
    fake.apt();
    fake.program('env', 'shift 2; exec "$@"');
    fake.program('sudo', '[ "$2" = true ] && exit 0\nshift\nexec "$@"');
    fake.machine.uid = 1000;
    await ensure(fake);
    expect(fake.calls('sudo').at(-1)).toMatch(/^sudo -n env DEBIAN_FRONTEND=noninteractive LC_ALL=C sh -c exec apt-get "\$@" 3>&1 apt-get install /);
  });

  it('says how to get ffmpeg where there is no apt-get', async () => {
    using fake = new FakeMachine();
    await expect(ensure(fake)).rejects.toThrow(`ffmpeg is not installed.\n${instruction(process.platform, false)}`);
  });

  it('never replaces the ffmpeg that FFMPEG_PATH names', async () => {
    using fake = new FakeMachine();
    fake.apt();
    fake.machine.env['FFMPEG_PATH'] = join(fake.folder, 'none');
    await expect(ensure(fake)).rejects.toThrow(/FFMPEG_PATH says .*none, but no program is there/);
    expect(fake.calls('apt-get')).toEqual([]);
  });

  it('asks for Chromium only for the tests', async () => {
    using fake = new FakeMachine();
    fake.encoder();
    await ensure(fake, false);
    await expect(ensure(fake, true)).rejects.toThrow(/Chromium is not installed/);
    fake.program('chromium', 'echo "Chromium 156"');
    await ensure(fake, true);
    expect(fake.calls('chromium')).toEqual(['chromium --version']);
  });
});

describe('fonts', () => {
  it('are complete with the two Debian packages', () => {
    expect(findFonts(['NotoSans-Regular.ttf', 'NotoSansArabic-Regular.ttf', 'NotoSansCJK-Regular.ttc']).problem).toBe('');
  });

  it('that are missing are named by their package', () => {
    expect(findFonts(['NotoSans-Regular.ttf', 'NotoSansArabic-Regular.ttf']).packages).toEqual(['fonts-noto-cjk']);
    expect(findFonts([]).packages).toEqual(['fonts-noto-core', 'fonts-noto-cjk']);
  });
});
