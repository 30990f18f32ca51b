/** The server said no, or said nothing. `status` is 0 when the line is down. */
export class Refusal extends Error {
  constructor(status, code, message, retryAfter = null) {
    super(message);
    Object.assign(this, { status, code, retryAfter });
  }

  /** The conversation or its token is no more: a new one has to begin. */
  get gone() {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }

  /** Sending the same again would be refused again. */
  get final() {
    return this.status >= 400 && this.status < 500 && !this.gone && this.status !== 408 && this.status !== 429;
  }
}

/** Calls Direct Line 3.0 at our own host. */
export function createApi(base) {
  const root = new URL('v3/directline/', base);
  return async (method, path, token, body) => {
    const headers = { Accept: 'application/json' };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    const response = await reach(new URL(path, root), { method, headers, body: body && JSON.stringify(body) });
    return response.json();
  };
}

/** Fetches, and turns every way to fail into a Refusal. */
export async function reach(url, init) {
  let response;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(15000) });
  } catch (error) {
    throw new Refusal(0, 'Offline', error.message);
  }
  if (response.ok) return response;
  const { error } = await response.json().catch(() => ({}));
  const wait = Number(response.headers.get('Retry-After')) * 1000;
  throw new Refusal(response.status, error?.code ?? '', error?.message ?? response.statusText, wait || null);
}
