/** Shows the whole player, with its channels and its timeline, on the full screen, or leaves it. */
export async function toggleFullScreen(player: HTMLElement): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  const video = player.querySelector<HTMLVideoElement & { webkitEnterFullscreen?(): void }>('video');
  // An iPhone gives the full screen to a picture alone.
  if (!('requestFullscreen' in player)) return video?.webkitEnterFullscreen?.();
  return player.requestFullscreen().catch(() => undefined);
}
