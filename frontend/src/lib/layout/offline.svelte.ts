/** Registers the service worker once the first view has loaded, and tells whether there is a network. */
import { dev } from '$app/environment';

let online = $state(navigator.onLine);
export const isOnline = (): boolean => online;

export function watchNetwork(): () => void {
  const update = () => (online = navigator.onLine);
  addEventListener('online', update);
  addEventListener('offline', update);
  return () => {
    removeEventListener('online', update);
    removeEventListener('offline', update);
  };
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}

/** Under `require-trusted-types-for 'script'` a worker's address must come from a named policy. */
export function registerWorker(): void {
  if (dev || !('serviceWorker' in navigator)) return;
  const address = '/service-worker.js';
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('kb-service-worker', {
    createScriptURL: (url) => (url === address ? url : '')
  });
  const register = () =>
    void navigator.serviceWorker
      .register(policy?.createScriptURL(address) ?? address)
      .catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
