import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readSkos } from './read-skos.ts';
import { formatOf, type VocabularyFormat } from './skos.domain.ts';

const read = (text: string, format: VocabularyFormat = 'turtle', name = 'words.ttl') => readSkos([{ name, format, bytes: Readable.from([Buffer.from(text)]) }]);

const PREFIXES = `@prefix : <https://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix dcterms: <http://purl.org/dc/terms/> . @prefix openfloor: <urn:openfloor:vocabulary:> .\n`;

describe('SKOS', () => {
  it('is read from Turtle with all that it says of a concept', async () => {
    const { concepts, schemes, leftOut } = await read(`${PREFIXES}
      :s a skos:ConceptScheme ; dcterms:title "Wasser"@de, "Water" .
      :w a skos:Concept ; skos:prefLabel "Water"@en, "Eau"@fr ; skos:altLabel "H2O"@en, "  sweet \\n water "@EN ; skos:hiddenLabel "watr"@en ;
        skos:topConceptOf :s ; skos:notation "1.2" ; skos:narrower :d ; skos:related :x ; skos:scopeNote "All of it"@en ; openfloor:everydayLabel "water"@en ; openfloor:hint "dam"@en .
      :d a skos:Concept ; skos:prefLabel "Drought"@en, "Dryness"@en ; skos:definition "No rain"@en ; skos:scopeNote "Also of soil"@en ; owl:deprecated true ; dcterms:isReplacedBy :w .
      :x skos:prefLabel "Rivers"@en ; skos:inScheme :s, :t .`);
    expect(schemes).toEqual([{ uri: 'https://example.org/s', titles: { de: 'Wasser', und: 'Water' } }, { uri: 'https://example.org/t', titles: {} }, { uri: 'urn:openfloor:topics:imported', titles: {} }]);
    expect(leftOut).toEqual([]);
    expect(concepts).toEqual([
      {
        uri: 'https://example.org/w', labels: { en: 'Water', fr: 'Eau' }, otherLabels: { en: ['H2O', 'sweet water'] }, hiddenLabels: { en: ['watr', 'dam'] }, everydayLabels: { en: ['water', 'dam'] },
        notes: { en: 'All of it' }, notation: '1.2', broader: [], related: ['https://example.org/x'], schemes: ['https://example.org/s'], deprecated: false, replacedBy: null,
      },
      {
        uri: 'https://example.org/d', labels: { en: 'Drought' }, otherLabels: { en: ['Dryness'] }, hiddenLabels: {}, everydayLabels: {}, notes: { en: 'No rain' }, notation: null,
        broader: ['https://example.org/w'], related: [], schemes: ['urn:openfloor:topics:imported'], deprecated: true, replacedBy: 'https://example.org/w',
      },
      expect.objectContaining({ uri: 'https://example.org/x', related: ['https://example.org/w'], schemes: ['https://example.org/s', 'https://example.org/t'] }),
    ]);
  });

  it('is read with the labels of SKOS-XL, whatever comes first', async () => {
    const { concepts, leftOut } = await read(`${PREFIXES}
      :c a skos:Concept ; xl:prefLabel :l1 ; xl:altLabel [ a xl:Label ; xl:literalForm "Слово"@ru ] ; xl:altLabel :none .
      :l1 xl:literalForm "Word"@en .`);
    expect(concepts).toMatchObject([{ labels: { en: 'Word' }, otherLabels: { ru: ['Слово'] } }]);
    expect(leftOut).toEqual([{ what: 'labels of SKOS-XL without a text', count: 1, example: 'https://example.org/none' }]);
  });

  it('is read with several parents and in circles; groups of concepts are none, and what has no name or address is told', async () => {
    const { concepts, leftOut } = await read(`${PREFIXES}
      :a a skos:Concept ; skos:prefLabel "A"@en ; skos:broader :b, :c, :a . :b a skos:Concept ; skos:prefLabel "B"@en ; skos:broader :a . :c a skos:Concept ; skos:prefLabel "C"@en .
      :g a skos:Collection ; skos:prefLabel "Group"@en . :n a skos:Concept . [] a skos:Concept ; skos:prefLabel "Nobody"@en .
      :l a skos:Concept ; skos:prefLabel "L"@en ; skos:altLabel "${'long '.repeat(80)}"@en .`);
    expect(concepts.map(({ uri, broader }) => [uri.at(-1), broader.map((one) => one.at(-1))])).toEqual([['a', ['b', 'c']], ['b', ['a']], ['c', []], ['l', []]]);
    expect(leftOut.map(({ what }) => what)).toEqual(['concepts without a label', 'concepts without a URI', 'labels of more than 300 letters']);
  });

  it('is read from RDF/XML', async () => {
    const { concepts } = await read(`<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
  <skos:Concept rdf:about="https://example.org/1"><skos:prefLabel xml:lang="ar">ماء</skos:prefLabel><skos:broader rdf:resource="https://example.org/2"/></skos:Concept>
</rdf:RDF>`, 'rdf-xml', 'words.rdf');
    expect(concepts).toMatchObject([{ uri: 'https://example.org/1', labels: { ar: 'ماء' }, broader: ['https://example.org/2'] }]);
  });

  it('is read from JSON-LD that brings its context', async () => {
    const { concepts } = await read(JSON.stringify({
      '@context': { skos: 'http://www.w3.org/2004/02/skos/core#', prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' } },
      '@graph': [{ '@id': 'https://example.org/1', '@type': 'skos:Concept', 'prefLabel': { zh: '水', en: 'Water' } }],
    }), 'json-ld', 'words.jsonld');
    expect(concepts).toMatchObject([{ uri: 'https://example.org/1', labels: { zh: '水', en: 'Water' } }]);
  });

  it.each([
    ['json-ld', '{"@context": "https://elsewhere.example/context.json", "@id": "https://example.org/1"}', /^The vocabulary words cannot be taken in: its context is at https:\/\/elsewhere\.example\/context\.json, and nothing is fetched from the network/],
    ['json-ld', '{"@id": ', /^The vocabulary words cannot be taken in/],
    ['turtle', `${PREFIXES}\n:a a skos:Concept ;; . :b .`, /^The vocabulary words cannot be taken in, line 4: Unexpected/],
    ['rdf-xml', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<a>\n</b>', /^The vocabulary words cannot be taken in, line \d: /],
    ['turtle', ':a a :b .', /^The vocabulary words cannot be taken in, line 1: Undefined prefix/],
    ['turtle', `${PREFIXES} :a skos:altLabel "a" .`, /there is no SKOS concept with a label in it/],
    ['turtle', '\u0000\u0001PNG', /^The vocabulary words cannot be taken in, line 1/],
  ] as const)('refuses what is not right in %s, and says where', async (format, text, says) => {
    await expect(read(text, format, 'words')).rejects.toMatchObject({ code: 'vocabulary_invalid', message: expect.stringMatching(says) as unknown });
  });

  it('is told by the ending of a file', () => {
    expect(['a.TTL', 'a.nt', 'a.rdf', 'a.xml', 'a.jsonld', 'a.json', 'a.txt'].map(formatOf)).toEqual(['turtle', 'turtle', 'rdf-xml', 'rdf-xml', 'json-ld', 'json-ld', null]);
  });
});
