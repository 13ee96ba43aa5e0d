import { afterEach, expect, test, vi } from "vitest";

import { sendJson, serve } from "../../testing/server";
import { createReleases } from "./releases";

type State = ServiceWorkerState;

class Worker extends EventTarget {
  state: State = "installing";
  readonly postMessage = vi.fn();
  become(state: State): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

/** What Chromium, Safari and Firefox offer a page, as far as releases go. */
class Workers extends EventTarget {
  controller: object | null = {};
  registration = {
    installing: null as Worker | null,
    waiting: null as Worker | null,
    update: vi.fn(() => Promise.resolve()),
  };
  readonly getRegistration = () => Promise.resolve(this.registration);

  find(): Worker {
    const worker = new Worker();
    this.registration.update.mockImplementation(() => {
      this.registration.installing = worker;
      return Promise.resolve();
    });
    return worker;
  }
  install(worker: Worker): void {
    this.registration.installing = null;
    this.registration.waiting = worker;
    worker.become("installed");
  }
  handOver(): void {
    this.controller = {};
    this.registration.waiting = null;
    this.dispatchEvent(new Event("controllerchange"));
  }
}

function open(workers: Workers | undefined) {
  const reload = vi.fn();
  return { reload, releases: createReleases({ workers: workers as unknown as ServiceWorkerContainer | undefined, document, reload }) };
}

afterEach(() => {
  document.head.replaceChildren();
  vi.unstubAllGlobals();
});

test("where nothing is new there is nothing to take", async () => {
  const workers = new Workers();
  expect(await open(workers).releases.bring()).toBe(false);
  workers.registration.update.mockRejectedValue(new TypeError("no connection"));
  expect(await open(workers).releases.bring()).toBe(false);
});

test("a release that is still on its way is waited for, and taken by the worker first", async () => {
  const workers = new Workers();
  const worker = workers.find();
  const { releases, reload } = open(workers);
  const brought = releases.bring();
  await Promise.resolve();
  workers.install(worker);
  expect(await brought).toBe(true);
  releases.take();
  expect(worker.postMessage).toHaveBeenCalledWith("take-over");
  expect(reload).not.toHaveBeenCalled();
  workers.handOver();
  expect(reload).toHaveBeenCalledOnce();
});

test("a release that fails on its way is none", async () => {
  const workers = new Workers();
  const worker = workers.find();
  const brought = open(workers).releases.bring();
  await Promise.resolve();
  workers.registration.installing = null;
  worker.become("redundant");
  expect(await brought).toBe(false);
});

test("a guest who comes while the worker hands over keeps the page; it is loaded at the next idle moment", async () => {
  const workers = new Workers();
  const worker = workers.find();
  const { releases, reload } = open(workers);
  const brought = releases.bring();
  await Promise.resolve();
  workers.install(worker);
  await brought;
  releases.take(() => false);
  workers.handOver();
  expect(reload).not.toHaveBeenCalled();
  expect(await releases.bring()).toBe(true);
  releases.take(() => true);
  expect(reload).toHaveBeenCalledOnce();
});

test("the very first worker makes no page an old one", async () => {
  const workers = new Workers();
  workers.controller = null;
  const { releases } = open(workers);
  workers.handOver();
  expect(await releases.bring()).toBe(false);
});

test.each([
  ["another build", '<script type="module" crossorigin src="/assets/index-Bbbbbbb2.js"></script>', 200, true],
  ["the same build", '<script type="module" crossorigin src="/assets/index-Aaaaaaa1.js"></script>', 200, false],
  ["a gateway's page", "<h1>Bad gateway</h1>", 502, false],
])("without workers the page is compared with what the server has: %s", async (_, page, status, isNewer) => {
  const own = document.createElement("script");
  own.setAttribute("type", "module");
  own.setAttribute("src", "/assets/index-Aaaaaaa1.js");
  document.head.append(own);
  const server = await serve((_request, response) => {
    if (status === 200) response.writeHead(200, { "Content-Type": "text/html" }).end(page);
    else sendJson(response, status, page);
  });
  const real = fetch;
  vi.stubGlobal("fetch", (path: string, options: RequestInit) => real(server.origin + path, options));
  const { releases, reload } = open(undefined);
  expect(await releases.bring()).toBe(isNewer);
  releases.take();
  expect(reload).toHaveBeenCalledOnce();
});

test("without workers and without a connection there is nothing new", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no connection")));
  expect(await open(undefined).releases.bring()).toBe(false);
});
