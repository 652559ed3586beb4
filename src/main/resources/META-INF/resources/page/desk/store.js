// What is on the desk, in a database of this tab: answers as they came, what was changed, marks and the files. A database
// whose tab is gone is deleted when a desk is opened next.

const PREFIX = "hearth-desk-";
const TAB = "hearth-desk";
/** Raised whenever entries are written in another shape. */
const SHAPE = 2;
const BEAT_MS = 10_000;
/** Without locks a tab that was silent for so long is taken to be gone; a hidden one still beats once a minute. */
const SILENT_MS = 300_000;

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
const committed = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

const newId = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Holds an id for as long as the page lives.
 * @param {string} id
 * @returns {Promise<boolean>} whether no other page holds it
 */
function held(id) {
  if (!navigator.locks) {
    const beat = () => localStorage.setItem(PREFIX + id, String(Date.now()));
    beat();
    setInterval(beat, BEAT_MS);
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    navigator.locks.request(PREFIX + id, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The id of this tab: that of before a reload, unless the tab is a copy of another that is still there. */
async function idOfTab() {
  const before = sessionStorage.getItem(TAB);
  // the page before a reload may let go a moment later
  for (let tries = 0; before && tries < 5; tries++) {
    if (await held(before)) {
      return before;
    }
    await pause(100);
  }
  const id = newId();
  sessionStorage.setItem(TAB, id);
  await held(id);
  return id;
}

/** @param {string} own */
async function sweep(own) {
  const databases = (await indexedDB.databases?.()) || [];
  const locks = navigator.locks ? (await navigator.locks.query()).held || [] : null;
  for (const { name } of databases) {
    if (!name?.startsWith(PREFIX) || name === PREFIX + own) {
      continue;
    }
    const silent = Date.now() - Number(localStorage.getItem(name) || 0) > SILENT_MS;
    if (locks ? !locks.some((lock) => lock.name === name) : silent) {
      indexedDB.deleteDatabase(name);
      localStorage.removeItem(name);
    }
  }
}

/** The database of this tab. */
export class Store {
  /** @param {IDBDatabase} database */
  constructor(database) {
    this.database = database;
  }

  /** Opens that of this tab and deletes those of tabs that are gone. */
  static async open() {
    const id = await idOfTab();
    await sweep(id);
    const opening = indexedDB.open(PREFIX + id, SHAPE);
    opening.onupgradeneeded = () => {
      const { result } = opening;
      // what an earlier edition of the page wrote cannot be read by this one
      [...result.objectStoreNames].forEach((name) => result.deleteObjectStore(name));
      for (const name of ["chunks", "rows", "changed", "marks", "files", "desk"]) {
        result.createObjectStore(name);
      }
    };
    return new Store(await done(opening));
  }

  /** @param {string} name @param {IDBValidKey} key */
  get(name, key) {
    return done(this.database.transaction(name).objectStore(name).get(key));
  }

  /** Every entry of a store with its key. @param {string} name @returns {Promise<[any, any][]>} */
  async all(name) {
    const store = this.database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return keys.map((key, index) => [key, values[index]]);
  }

  /**
   * Writes entries of several stores at once; a value of undefined deletes.
   * @param {[string, IDBValidKey, any][]} entries
   */
  async put(entries) {
    if (!entries.length) {
      return;
    }
    const transaction = this.database.transaction([...new Set(entries.map(([name]) => name))], "readwrite");
    for (const [name, key, value] of entries) {
      const store = transaction.objectStore(name);
      if (value === undefined) {
        store.delete(key);
      } else {
        store.put(value, key);
      }
    }
    await committed(transaction);
  }

  /** Takes everything off the desk. */
  async clear() {
    const names = [...this.database.objectStoreNames];
    const transaction = this.database.transaction(names, "readwrite");
    names.forEach((name) => transaction.objectStore(name).clear());
    await committed(transaction);
  }
}
