import type { Command } from 'commander';
import { parseClock } from './clock.ts';
import type { Define } from './define.ts';
import { decideTopicCommand, reviewTopicsCommand } from './tags.ts';
import { exportVocabularyCommand, importVocabularyCommand, listVocabulariesCommand, removeVocabularyCommand, useVocabularyCommand } from './vocabularies.ts';

/** `openfloor topics ...`: where topics come from. */
export function topicCommands(program: Command, command: Define): void {
  const topics = program.command('topics').description('topics of moments, and the vocabularies that they come from: docs/operate/topics.md');
  command(topics, 'import <files...>', 'take a vocabulary in (SKOS: .ttl, .rdf, .jsonld); several files are one vocabulary', importVocabularyCommand);
  command(topics, 'export <file> [scheme]', 'write a vocabulary into a file of Turtle; without a scheme, all', exportVocabularyCommand);
  command(topics, 'list', 'list the vocabularies', listVocabulariesCommand);
  command(topics, 'use <scheme>', 'tag moments and understand queries by a vocabulary', useVocabularyCommand)
    .option('--off', 'no longer do; its topics keep their pages');
  command(topics, 'review <meeting>', 'list the topics found in a meeting, moment by moment', reviewTopicsCommand);
  command(topics, 'accept <meeting> <topic> <time>', 'say that a topic is right at a time, as 1:02:03; it stays', decideTopicCommand('accepted'), { 2: parseClock });
  command(topics, 'refuse <meeting> <topic> <time>', 'say that a topic is wrong at a time; it stays away', decideTopicCommand('refused'), { 2: parseClock });
  command(topics, 'undecide <meeting> <topic> <time>', 'take what was said of it back', decideTopicCommand('suggested'), { 2: parseClock });
  command(topics, 'remove <scheme>', 'remove a vocabulary with its concepts that no meeting has', removeVocabularyCommand);
}
