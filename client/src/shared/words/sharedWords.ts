import { dictionary } from "./dictionary";

export const sharedWords = dictionary(
  {
    increase: "하나 더",
    decrease: "하나 빼기",
    remove: "빼기",
    close: "닫기",
    signingIn: "확인하는 중…",
    storeCode: "매장 코드",
    wrongCredentials: "맞지 않아요. 다시 확인해 주세요.",
    locked: (seconds: number) => `잠시 잠겼어요. ${seconds}초 뒤에 다시 해 주세요.`,
    offline: "서버에 연결할 수 없어요. 인터넷 연결을 확인하고 다시 해 주세요.",
    unavailable: "지금은 서버가 답하지 못해요. 잠시 뒤에 다시 해 주세요.",
  },
  {
    increase: "One more",
    decrease: "One fewer",
    remove: "Remove",
    close: "Close",
    signingIn: "Checking…",
    storeCode: "Store code",
    wrongCredentials: "That does not match. Please check and try again.",
    locked: (seconds) => `Locked for a moment. Please try again in ${seconds} s.`,
    offline: "The server cannot be reached. Check the connection and try again.",
    unavailable: "The server cannot answer right now. Please try again shortly.",
  },
);

export type SharedWords = (typeof sharedWords)["ko"];
