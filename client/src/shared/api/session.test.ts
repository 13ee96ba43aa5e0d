import { expect, test } from "vitest";

import { refuse, sendJson, serve, type TestServer } from "../../testing/server";
import { isRecord, keep } from "../storage";
import { answer, createApi } from "./client";
import { createSession } from "./session";

interface Seat {
  access: string;
  tablet_secret: string;
}

const kept = keep<Seat>("test-session", 1, (value): value is Seat => isRecord(value) && typeof value.access === "string");

/** A server that takes only the token it gave out last. */
function serverWithRenewal(): Promise<TestServer> {
  let valid = 1;
  return serve((request, response) => {
    if (request.path === "/api/v1/auth/table/renew") {
      valid += 1;
      sendJson(response, 200, { access: `token-${valid}` });
    } else if (request.headers.authorization === `Bearer token-${valid}`) {
      sendJson(response, 200, { version: 1, echo: request.body });
    } else {
      refuse(response, 401, "token_not_valid");
    }
  });
}

function signedIn(server: TestServer, access: string) {
  const anyone = createApi({ origin: server.origin });
  const session = createSession<Seat>(kept, ({ tablet_secret }) =>
    answer(anyone.POST("/api/v1/auth/table/renew", { body: { tablet_secret } })),
  );
  session.signIn({ access, tablet_secret: "secret" });
  return { session, api: createApi({ origin: server.origin, tokens: session }) };
}

test("a call carries the token of who is signed in", async () => {
  const server = await serverWithRenewal();
  const { api } = signedIn(server, "token-1");
  await api.GET("/api/v1/menu");
  expect(server.received.map((request) => request.headers.authorization)).toEqual(["Bearer token-1"]);
});

test("an expired token is renewed and the call asked again with its body", async () => {
  const server = await serverWithRenewal();
  const { api, session } = signedIn(server, "expired");
  const body = { kind: "water" as const };
  expect(await answer(api.POST("/api/v1/service-calls", { body }))).toMatchObject({ echo: body });
  expect(session.access()).toBe("token-2");
  expect(kept.read()).toEqual({ access: "token-2", tablet_secret: "secret" });
});

test("calls that find the token expired at the same moment share one renewal", async () => {
  const server = await serverWithRenewal();
  const { api } = signedIn(server, "expired");
  await Promise.all([api.GET("/api/v1/menu"), api.GET("/api/v1/orders"), api.GET("/api/v1/service-calls")]);
  expect(server.to("/api/v1/auth/table/renew")).toHaveLength(1);
});

test("a token that somebody else has renewed already is not renewed again", async () => {
  const server = await serverWithRenewal();
  const { session } = signedIn(server, "newer");
  expect(await session.renew("older")).toBe("newer");
  expect(server.received).toHaveLength(0);
});

test("a refused renewal ends the sign-in, and the call is refused", async () => {
  const server = await serve((_, response) => { refuse(response, 401, "token_not_valid"); });
  const { api, session } = signedIn(server, "revoked");
  await expect(api.GET("/api/v1/menu")).rejects.toMatchObject({ name: "Refusal", status: 401 });
  expect(session.state.getState()).toBeNull();
  expect(kept.read()).toBeNull();
});

test("a call is asked again only once", async () => {
  const server = await serve((request, response) => {
    if (request.path === "/api/v1/menu") refuse(response, 401, "token_not_valid");
    else sendJson(response, 200, { access: "token-2" });
  });
  const { api } = signedIn(server, "token-1");
  await expect(api.GET("/api/v1/menu")).rejects.toMatchObject({ status: 401 });
  expect(server.to("/api/v1/menu")).toHaveLength(2);
});

test("while nobody can be asked for a renewal, the sign-in stays", async () => {
  const server = await serve((request, response) => {
    refuse(response, request.path === "/api/v1/menu" ? 401 : 503, "some_code");
  });
  const { api, session } = signedIn(server, "token-1");
  await expect(api.GET("/api/v1/menu")).rejects.toMatchObject({ name: "Unreachable" });
  expect(session.access()).toBe("token-1");
});

test("a renewal that comes back after signing out signs nobody in", async () => {
  const server = await serverWithRenewal();
  const { session } = signedIn(server, "expired");
  const renewal = session.renew("expired");
  session.signOut();
  expect(await renewal).toBeNull();
  expect(session.state.getState()).toBeNull();
});

test("a renewal that comes back after somebody else signed in leaves them signed in", async () => {
  const server = await serverWithRenewal();
  const { session } = signedIn(server, "expired");
  const renewal = session.renew("expired");
  session.signIn({ access: "another", tablet_secret: "another secret" });
  expect(await renewal).toBe("another");
  expect(kept.read()).toEqual({ access: "another", tablet_secret: "another secret" });
});

test("what the store changes about itself is kept", async () => {
  const server = await serverWithRenewal();
  const { session } = signedIn(server, "token-1");
  session.update({ tablet_secret: "newer" });
  expect(kept.read()).toEqual({ access: "token-1", tablet_secret: "newer" });
});

test("without a sign-in a change changes nothing", () => {
  const session = createSession<Seat>(kept, () => Promise.reject(new Error("not asked")));
  session.update({ access: "token" });
  expect(session.state.getState()).toBeNull();
});
