import { dictionary } from "../../shared/words/dictionary";

export const callsWords = dictionary(
  {
    title: "직원 호출",
    choose: "무엇이 필요하세요?",
    water: "물",
    cutlery: "수저",
    napkin: "냅킨",
    bill: "계산",
    other: "기타",
    open: "호출 중",
    message: "무엇을 도와드릴까요?",
    send: "직원 부르기",
    sending: "부르는 중…",
    called: "직원을 불렀어요. 곧 갈게요.",
    failed: "지금은 부를 수 없어요. 직원에게 직접 말씀해 주세요.",
  },
  {
    title: "Call staff",
    choose: "What do you need?",
    water: "Water",
    cutlery: "Cutlery",
    napkin: "Napkins",
    bill: "The bill",
    other: "Something else",
    open: "called",
    message: "How can we help?",
    send: "Call staff",
    sending: "Calling…",
    called: "We called our staff. They are on the way.",
    failed: "That does not work right now. Please speak to our staff directly.",
  },
);
