import { preferences } from './preferences.js';

/** A sound and a notification, each only where this browser's user has turned it on. */
export function announce(title, body) {
  if (preferences.sound) chime();
  if (preferences.notify && document.hidden && window.Notification?.permission === 'granted') {
    const notification = new Notification(title, { body, icon: '/desk.svg', tag: title });
    notification.onclick = () => (window.focus(), notification.close());
  }
}

/** Two soft notes. */
export function chime() {
  const audio = new AudioContext();
  for (const [i, pitch] of [660, 880].entries()) {
    const [tone, volume, at] = [audio.createOscillator(), audio.createGain(), audio.currentTime + i * 0.16];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.2, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.42);
  }
  setTimeout(() => audio.close(), 1000);
}
