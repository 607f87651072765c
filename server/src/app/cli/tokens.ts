import type { TokenInfo } from '#tokens/index.ts';
import type { Terminal } from './terminal.ts';
import { withOperator } from './with-operator.ts';

/** `openfloor token create NAME` */
export async function createTokenCommand(terminal: Terminal, name: string): Promise<void> {
  await withOperator(async (operator) => {
    const made = await operator.call<TokenInfo & { token: string }>('POST', '/tokens', { name });
    terminal.emit({ event: 'token', ...made });
    terminal.say(`${made.token}\nThis is the only time it is shown. Whoever has it corrects texts as "token ${made.name}"; end it with: openfloor token revoke "${made.name}"`);
  });
}

/** `openfloor token list` */
export async function listTokensCommand(terminal: Terminal): Promise<void> {
  await withOperator(async (operator) => {
    const { tokens } = await operator.call<{ tokens: TokenInfo[] }>('GET', '/tokens');
    if (tokens.length === 0) terminal.say('There are no tokens. Make one: openfloor token create NAME');
    for (const token of tokens) {
      terminal.emit({ event: 'token', ...token });
      terminal.say(`${token.createdAt.slice(0, 10)}  ${token.name}`);
    }
  });
}

/** `openfloor token revoke NAME` */
export async function revokeTokenCommand(terminal: Terminal, name: string): Promise<void> {
  await withOperator(async (operator) => {
    const { name: gone } = await operator.call<TokenInfo>('DELETE', `/tokens/${encodeURIComponent(name)}`);
    terminal.emit({ event: 'revoked', name: gone });
    terminal.say(`Revoked: ${gone}. From now on it opens nothing.`);
  });
}
