/** Of the summary of requirements at the end of the specification (appendix A): what a resource must have, should or may have, and nothing else. */
export interface PropertyRules {
  readonly required: readonly string[];
  readonly allowed: readonly string[];
}

const COMMON = ['metadata', 'summary', 'requiredStatement', 'rights', 'provider', 'thumbnail', 'behavior', 'seeAlso', 'service', 'homepage', 'rendering', 'partOf'];

export const PROPERTY_RULES: Readonly<Record<string, PropertyRules>> = {
  Collection: { required: ['id', 'type', 'label', 'items'], allowed: [...COMMON, '@context', 'navDate', 'viewingDirection', 'placeholderCanvas', 'accompanyingCanvas', 'services', 'annotations'] },
  Manifest: { required: ['id', 'type', 'label', 'items'], allowed: [...COMMON, '@context', 'navDate', 'viewingDirection', 'placeholderCanvas', 'accompanyingCanvas', 'services', 'annotations', 'start', 'structures'] },
  Canvas: { required: ['id', 'type', 'items'], allowed: [...COMMON, 'label', 'navDate', 'placeholderCanvas', 'accompanyingCanvas', 'height', 'width', 'duration', 'annotations'] },
  Range: { required: ['id', 'type', 'items'], allowed: [...COMMON, 'label', 'navDate', 'placeholderCanvas', 'accompanyingCanvas', 'viewingDirection', 'start', 'supplementary', 'annotations'] },
  AnnotationPage: { required: ['id', 'type'], allowed: [...COMMON, '@context', 'label', 'items'] },
  Annotation: { required: ['id', 'type', 'body', 'target'], allowed: [...COMMON, 'label', 'motivation', 'timeMode'] },
  Agent: { required: ['id', 'type', 'label', 'homepage'], allowed: ['logo', 'seeAlso'] },
  Choice: { required: ['type', 'items'], allowed: [] },
  TextualBody: { required: ['type', 'value'], allowed: ['format', 'language'] },
};
