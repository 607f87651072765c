export { AboutPage } from './about-page.tsx';
export { AccessibilityPage } from './accessibility-page.tsx';
export { Part } from './part.tsx';
