import { dictionary } from "../../shared/words/dictionary";

export const lockWords = dictionary(
  {
    locked: "보드가 잠겨 있어요",
    unlock: "잠금 풀기",
    who: "누구세요?",
    colleagues: "직원",
    pinOf: (name: string) => `${name}님의 PIN`,
    erase: "한 자리 지우기",
    eraseAll: "모두 지우기",
    enter: "확인",
    nobody: "아직 PIN을 정한 사람이 없어요. 비밀번호로 로그인해 주세요.",
    byPassword: "비밀번호로 로그인",
    goBack: "보드 보기",

    lock: "잠금",
    lockAfter: "10분 동안 만지지 않으면 잠그기",
    lockHint: "이 기기만의 설정이에요. 잠겨도 현황은 계속 보이고, 자기 PIN을 누르면 이어서 할 수 있어요.",
    lockNow: "지금 잠그기 · 교대하기",

    setPin: "내 PIN 정하기",
    setPinHint: "잠긴 보드를 이 PIN으로 풀어요. 그 뒤에 한 일은 내 이름으로 기록돼요.",
    pin: "새 PIN (숫자 4~6자리)",
    again: "한 번 더",
    different: "두 번 적은 것이 서로 달라요.",
    pinSet: "PIN을 정했어요.",
  },
  {
    locked: "The board is locked",
    unlock: "Unlock",
    who: "Who are you?",
    colleagues: "Staff",
    pinOf: (name) => `PIN of ${name}`,
    erase: "Erase one digit",
    eraseAll: "Erase all",
    enter: "Enter",
    nobody: "Nobody has set a PIN yet. Please sign in with your password.",
    byPassword: "Sign in with a password",
    goBack: "See the board",

    lock: "Lock",
    lockAfter: "Lock after 10 minutes without a touch",
    lockHint: "For this device alone. A locked board can still be read; whoever enters their PIN goes on.",
    lockNow: "Lock now · hand over",

    setPin: "Set my PIN",
    setPinHint: "It unlocks a locked board. What you do from then on is recorded as yours.",
    pin: "New PIN (4 to 6 digits)",
    again: "Once more",
    different: "The two are not the same.",
    pinSet: "Your PIN was set.",
  },
);
