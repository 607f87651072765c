import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['{packages,server,fixtures,tools}/**/*.test.ts?(x)'] } });
