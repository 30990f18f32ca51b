import { readSession, writeSession } from './storage.js';

// Where the token of a conversation comes from. Two of a kind: the visitor's, and the desk's in desk.js.

/** A visitor's conversation: shared by all tabs of the site, until its token runs out. */
export function visitorSessions(api, locale) {
  let memory = null;
  const keep = (session) => {
    memory = session;
    writeSession(session);
    return session;
  };
  const current = () => readSession() ?? (memory?.expires > Date.now() ? memory : null);

  async function begin() {
    const user = { id: `dl_${crypto.getRandomValues(new Uint32Array(3)).join('')}` };
    const granted = await api('POST', 'tokens/generate', null, { user });
    const started = await api('POST', 'conversations', granted.token, { user, locale });
    return { ...keep(session({ ...granted, ...started }, user.id)), streamUrl: started.streamUrl };
  }

  return {
    current,
    begin: () => alone(async () => current() ?? begin()),
    renew: async (old) => keep(session({ ...old, ...(await api('POST', 'tokens/refresh', old.token)) }, old.user)),
    end(old) {
      memory = null;
      if (readSession()?.id === old.id) writeSession(null);
    },
    used: (old) => keep({ ...(current() ?? old), used: true }),
  };
}

/** What we keep of a token: times in milliseconds, a little early so that clocks may differ. */
export const session = ({ conversationId, token, expires_in, id, used }, user) => ({
  id: conversationId ?? id,
  token,
  user,
  used,
  expires: Date.now() + expires_in * 1000 - 10000,
  renewal: Date.now() + expires_in * 500,
});

// Two tabs that open at once begin one conversation. Web locks need https, as does every site worth the name.
const alone = (act) => (navigator.locks ? navigator.locks.request('chatleads', act) : act());
