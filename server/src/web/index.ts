export { readAssets, type Assets } from './assets.ts';
export { nameChannels, type ChannelName, type Nameable } from './channel-names.ts';
export { documentOf } from './document.ts';
export { Layout, type LayoutProps } from './layout.tsx';
export { list, messages, number, say, sayCount, type Messages, type MessagesOf, type Plural } from './locales/index.ts';
export { createPages, type PagesOptions } from './pages.tsx';
export { Sign, type SignName } from './signs.tsx';
export { at, type Page, type PageSet, type Site, type SiteEnv } from './site.ts';
export { Figures, Name, plain, tongue, Words } from './words.tsx';
