// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cstring>
#include <functional>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "model/weights/safetensors.h"
#include "support/temporary_folder.h"

using namespace mia;
using namespace mia::model;

namespace {

std::string fileOf(const std::string& header, std::size_t bytes) {
  std::string content(8, '\0');
  const std::uint64_t size = header.size();
  std::memcpy(content.data(), &size, 8);
  return content + header + std::string(bytes, '\1');
}

std::string failureOf(const std::string& content) {
  TemporaryFolder folder;
  writeFileAtomically(folder / "x.safetensors", content);
  try {
    SafeTensors::open(folder / "x.safetensors");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kBadInput);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("every type goes round, empty and rank-0 tensors too") {
  TemporaryFolder folder;
  const NamedTensors tensors = {{"half", torch::tensor({1.5, -2.0}).to(torch::kHalf)},
                                {"brain", torch::tensor({1.5, -2.0}).to(torch::kBFloat16)},
                                {"float", torch::rand({3, 2})},
                                {"turned", torch::rand({3, 2}).t()},
                                {"double", torch::rand({2}, torch::kDouble)},
                                {"long", torch::tensor({-7, 1}, torch::kLong)},
                                {"int", torch::tensor({-7, 1}, torch::kInt)},
                                {"byte", torch::tensor({7, 1}, torch::kUInt8)},
                                {"bool", torch::tensor({true, false})},
                                {"number", torch::tensor(3.0f)},
                                {"nothing", torch::empty({0, 4})}};
  writeSafeTensors(folder / "t.safetensors", tensors, {{"who", "we"}});
  const SafeTensors file = SafeTensors::open(folder / "t.safetensors");
  CHECK(file.names().size() == tensors.size());
  for (const auto& [name, tensor] : tensors) {
    CAPTURE(name);
    CHECK(file.tensor(name).scalar_type() == tensor.scalar_type());
    CHECK(torch::equal(file.tensor(name), tensor));
  }
  CHECK(file.metadata().at("format") == "pt");
  CHECK(file.metadata().at("who") == "we");
}

TEST_CASE("the buffer starts aligned and wide types come first, as the reference writer has it") {
  TemporaryFolder folder;
  writeSafeTensors(folder / "t.safetensors", {{"a", torch::zeros(3, torch::kHalf)},
                                              {"c", torch::zeros(1, torch::kLong)},
                                              {"b", torch::zeros(1, torch::kLong)}});
  const std::string content = readFile(folder / "t.safetensors");
  std::uint64_t size = 0;
  std::memcpy(&size, content.data(), 8);
  CHECK(size % 8 == 0);
  const Json header = parseJson(content.substr(8, size), "header");
  CHECK(header["b"]["data_offsets"] == Json({0, 8}));
  CHECK(header["c"]["data_offsets"] == Json({8, 16}));
  CHECK(header["a"]["data_offsets"] == Json({16, 22}));
}

TEST_CASE("a tensor outlives its file object, and writing to it leaves the file alone") {
  TemporaryFolder folder;
  writeSafeTensors(folder / "t.safetensors", {{"x", torch::ones(4)}});
  torch::Tensor x = SafeTensors::open(folder / "t.safetensors").tensor("x");
  x.fill_(2);
  CHECK(torch::equal(SafeTensors::open(folder / "t.safetensors").tensor("x"), torch::ones(4)));
}

TEST_CASE("files that break the format are refused, saying why") {
  const auto one = [](const char* begin, const char* end) {
    return std::string(R"("a":{"dtype":"U8","shape":[4],"data_offsets":[)") + begin + "," + end +
           "]}";
  };
  CHECK(failureOf(fileOf("{" + one("0", "4") + "}", 4)) == "");
  CHECK(failureOf("1234").find("shorter than 8 bytes") != std::string::npos);
  CHECK(failureOf(std::string(8, '\xff')).find("header is longer") != std::string::npos);
  CHECK(failureOf(fileOf("{nonsense", 0)).find("not JSON") != std::string::npos);
  CHECK(failureOf(fileOf("[]", 0)).find("not an object") != std::string::npos);
  CHECK(failureOf(fileOf("{" + one("4", "8") + "}", 8)).find("hole") != std::string::npos);
  CHECK(failureOf(fileOf("{" + one("0", "5") + "}", 5)).find("does not fit") != std::string::npos);
  CHECK(failureOf(fileOf("{" + one("4", "0") + "}", 4)).find("not [begin, end]") !=
        std::string::npos);
  CHECK(failureOf(fileOf("{" + one("0", "4") + "}", 5)).find("take 4 bytes") != std::string::npos);
  CHECK(failureOf(fileOf("{" + one("0", "4") + "," + one("4", "8") + "}", 8)).find("twice") !=
        std::string::npos);
  const std::string huge =
      R"({"a":{"dtype":"U8","shape":[4611686018427387904,8],"data_offsets":[0,0]}})";
  CHECK(failureOf(fileOf(huge, 0)).find("impossible") != std::string::npos);
  const std::string unknown = R"({"a":{"dtype":"Q7","shape":[0],"data_offsets":[0,0]}})";
  CHECK(failureOf(fileOf(unknown, 0)).find("Q7") != std::string::npos);
}

TEST_CASE("values at odd addresses are read all the same") {
  TemporaryFolder folder;
  const std::string header =
      R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}})";
  std::string content = fileOf(header, 1);
  const float value = 2.5f;
  content.append(reinterpret_cast<const char*>(&value), 4);
  writeFileAtomically(folder / "t.safetensors", content);
  CHECK(SafeTensors::open(folder / "t.safetensors").tensor("b").item<float>() == 2.5f);
}
