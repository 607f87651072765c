export { documentText, xml, type Xml } from './xml.ts';
