import type { Command } from 'commander';
import type { Define } from './define.ts';
import { exportVocabularyCommand, importVocabularyCommand, listVocabulariesCommand, removeVocabularyCommand, useVocabularyCommand } from './vocabularies.ts';

/** `openfloor topics ...`: where topics come from. */
export function topicCommands(program: Command, command: Define): void {
  const topics = program.command('topics').description('the vocabularies that topics come from: docs/operate/topics.md');
  command(topics, 'import <files...>', 'take a vocabulary in (SKOS: .ttl, .rdf, .jsonld); several files are one vocabulary', importVocabularyCommand);
  command(topics, 'export <file> [scheme]', 'write a vocabulary into a file of Turtle; without a scheme, all', exportVocabularyCommand);
  command(topics, 'list', 'list the vocabularies', listVocabulariesCommand);
  command(topics, 'use <scheme>', 'tag moments and understand queries by a vocabulary', useVocabularyCommand)
    .option('--off', 'no longer do; its topics keep their pages');
  command(topics, 'remove <scheme>', 'remove a vocabulary with its concepts that no meeting has', removeVocabularyCommand);
}
