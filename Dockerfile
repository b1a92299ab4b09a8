FROM python:3.13-slim

WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/run.txt

COPY pyproject.toml README.md LICENSE ./
COPY bot bot
RUN pip install --no-cache-dir --no-deps --no-build-isolation . \
    && useradd --create-home hei \
    && install -d -m 700 -o hei -g hei /data

USER hei
ENV HEI_DATA_DIR=/data
VOLUME /data
ENTRYPOINT ["hei"]
CMD ["run"]
